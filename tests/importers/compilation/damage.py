"""Papers damaged as a careless hand or converter would: lines, brackets, quotation marks and
words lost or doubled; and words of their own sown into them, to see whether each arrives."""

import random

_MARKS = ("[]", "“”‘’'\"", ":;,.÷", "~")
_SOWN = 25


def damaged(text: str, chance: random.Random) -> str:
    lines = text.split("\n")
    for _ in range(chance.randint(1, 40)):
        number = chance.randrange(len(lines))
        match chance.randrange(9):
            case 0:
                lines[number] = ""
            case 1:
                lines.insert(chance.randrange(len(lines) + 1), lines[number])
            case 2 if len(lines) > 1:
                del lines[number]
            case 3 | 4:
                lines[number] = _with_words_changed(lines[number], chance)
            case _:
                lines[number] = _with_marks_changed(lines[number], chance)
    return "\n".join(lines)


def sown(text: str, chance: random.Random) -> tuple[str, list[str]]:
    """The text with words that no paper has, and these words."""
    lines = text.split("\n")
    seeds = []
    for number in range(_SOWN):
        place = chance.randrange(len(lines))
        if lines[place].strip():
            seed = f"q{chr(97 + number)}{chance.choice('xyz')}q"
            words = lines[place].split(" ")
            words.insert(chance.randrange(len(words) + 1), seed)
            lines[place] = " ".join(words)
            seeds.append(seed)
    return "\n".join(lines), seeds


def _with_words_changed(line: str, chance: random.Random) -> str:
    words = line.split(" ")
    word = words.pop(chance.randrange(len(words)))
    if chance.random() < 0.5:
        words[len(words) // 2 : len(words) // 2] = [word, word]
    return " ".join(words)


def _with_marks_changed(line: str, chance: random.Random) -> str:
    marks = chance.choice(_MARKS)
    width = 2 if marks == "~" else 1
    places = [at for at, character in enumerate(line) if character in marks]
    if places and chance.random() < 0.5:
        at = chance.choice(places)
        kept = line[at : at + width] * 2 if chance.random() < 0.4 else ""
        return line[:at] + kept + line[at + width :]
    at = chance.randrange(len(line) + 1)
    return line[:at] + chance.choice(marks) * width + line[at:]
