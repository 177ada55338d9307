"""The negotiation: provisions, delegations, proposals, composition, rulings. Pure."""
