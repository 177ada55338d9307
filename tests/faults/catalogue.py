"""The faults: each one a mistake that an engine of this kind makes, or has made."""

from tests.faults.fault import Fault

FAULTS = (
    Fault(
        "an insertion strictly inside a deletion is no clash",
        "negotiation/clash.py",
        "return other.start < one.start < other.end",
        "return False",
    ),
    Fault(
        "touching edits clash",
        "negotiation/clash.py",
        "return one.start < other.end and other.start < one.end and bool(",
        "return one.start <= other.end and other.start <= one.end and bool(",
    ),
    Fault(
        "two overlapping pure deletions clash",
        "negotiation/clash.py",
        "and bool(one.text or other.text)",
        "and True",
    ),
    Fault(
        "equal edits of two amendments clash",
        "negotiation/clash.py",
        "mask |= by_shape[shape] & ~same_edit[change.provision, edit]",
        "mask |= by_shape[shape]",
    ),
    Fault(
        "a chain of three overlaps falls apart",
        "negotiation/clash.py",
        "            component |= frontier\n",
        "            component |= frontier\n            frontier = 0\n",
    ),
    Fault(
        "a rival of exactly its range leaves a deletion contested",
        "negotiation/clash.py",
        "        and (edit.start, edit.end) != (deletion.start, deletion.end)\n",
        "",
    ),
    Fault(
        "a deletion is contested though somebody crosses its edge",
        "negotiation/judgement.py",
        " or opponents & ~within:",
        ":",
    ),
    Fault(
        "a contested deletion enters the word conflict",
        "negotiation/judgement.py",
        "return self.live & ~self.left_out & ~self.contested",
        "return self.live & ~self.left_out",
    ),
    Fault(
        "brackets overlap where deletions of two conflicts meet",
        "negotiation/judgement.py",
        "if any(_overlap(a, b) for a in ranges for b in self._ranges(other)):",
        "if False and any(_overlap(a, b) for a in ranges for b in self._ranges(other)):",
    ),
    Fault(
        "amendments to what a ruling has left out stay awake",
        "negotiation/judgement.py",
        "        if live & bit & ~left_out:\n",
        "        if live & bit:\n",
    ),
    Fault(
        "a dropped break lets a new provision in between",
        "negotiation/clash.py",
        "        case Nature.DROP, Nature.NEW:\n            return other.after in one.touched[:-1]",
        "        case Nature.DROP, Nature.NEW:\n            return False",
    ),
    Fault(
        "a provision is moved to two places",
        "negotiation/clash.py",
        "return one.provision == other.provision\n",
        "return False\n",
    ),
    Fault(
        "identical insertions do not slide together",
        "text/normal_form.py",
        "while start > 0 and ",
        "while start < 0 and ",
    ),
    Fault(
        "words shared at the end are not trimmed",
        "text/normal_form.py",
        "while suffix < shortest - start and base[-suffix - 1] == result[-suffix - 1]:",
        "while suffix < 0 and base[-suffix - 1] == result[-suffix - 1]:",
    ),
    Fault(
        "of several who delete a word only the first is named",
        "negotiation/rendering.py",
        "[self.credit_of(n) for n in numbers]\n            )",
        "[self.credit_of(n) for n in numbers[:1]]\n            )",
    ),
    Fault(
        "a deletion that only reaches into a bracket is forgotten in it",
        "negotiation/rendering.py",
        "{edit: list(atoms[edit]) for edit in carried}",
        "{edit: list(atoms[edit]) for edit in carried if edit.text}",
    ),
    Fault(
        "a co-sponsor whose layer is off is named",
        "negotiation/credit.py",
        "named or tuple(sponsors), not named)",
        "tuple(sponsors), not named)",
    ),
    Fault(
        "half of a ruling is applied: only direct rivals of the choice are left out",
        "negotiation/rulings.py",
        "return Settlement(ruling, left_out=members & ~chosen)",
        "rivals = sum(1 << n for n in bits(members & ~chosen) if cluster.clash[n] & chosen)\n"
        "            return Settlement(ruling, left_out=rivals)",
    ),
    Fault(
        "a ruling whose choice clashes is in force",
        "negotiation/rulings.py",
        "if not chosen or not _fits(cluster, chosen, members, rivals):",
        "if not chosen:",
    ),
    Fault(
        "a ruling holds though somebody new has joined the conflict",
        "negotiation/rulings.py",
        "if members & ~cluster.mask(ruling.members) == 0:",
        "if members & cluster.mask(ruling.members):",
    ),
    Fault(
        "a bridge stays in force when its conflict has fallen apart",
        "negotiation/rulings.py",
        "    if members != covered & in_play",
        "    if False and members != covered & in_play",
    ),
    Fault(
        "a bridge runs over what others want",
        "negotiation/rulings.py",
        "if bridge is None or _disturbed(",
        "if bridge is None or 0 * _disturbed(",
    ),
    Fault(
        "the largest ruling wins",
        "negotiation/circumstances.py",
        "return len(ruling.members), ",
        "return -len(ruling.members), ",
    ),
    Fault(
        "insertions stand in the order of import, not of rank",
        "negotiation/ordering.py",
        "(claims[i].rank, min(claims[i].places.values(), default=0), claims[i].tie) for i in group",
        "(i,) for i in group",
    ),
    Fault(
        "a delegation's own order is ignored",
        "negotiation/ordering.py",
        "before.places[d] < ordinal",
        "before.places[d] < ordinal - 1000",
    ),
    Fault(
        "of rival wishes of one delegation the worst ranked comes in",
        "negotiation/index.py",
        "(own is None or rank < own)",
        "(own is None or rank > own)",
    ),
    Fault(
        "the Chair's exclusion is forgotten while the layer is on",
        "negotiation/circumstances.py",
        "        if decision is not None:\n",
        "        if decision is not None and decision.included:\n",
    ),
    Fault(
        "a stale neighbour: of provisions judged together only the first is written again",
        "negotiation/reach.py",
        "each for home in homes if home in index.clusters for each in index.clusters[home].texts",
        "home for home in homes if home in index.clusters",
    ),
    Fault(
        "moves and new provisions are not renewed after a toggle",
        "negotiation/reach.py",
        "home in verdicts and verdicts[home].cluster.structural",
        "home in verdicts and False",
    ),
    Fault(
        "a ruling that is taken back goes on in its neighbour",
        "negotiation/reach.py",
        'homes.update(index.amendment_home.get(each, "") for each in row.members)',
        'homes.update(index.amendment_home.get(each, "") for each in row.choice)',
    ),
)
