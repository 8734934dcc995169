"""Every package that is installed here, with the licence that it names itself."""

from __future__ import annotations

from importlib.metadata import Distribution, distributions

WORDS = 60


def licence(of: Distribution) -> str:
    """What a package says of its licence: by its expression, else its classifiers, else the first line of its text."""
    if named := of.metadata.get_all("License-Expression"):
        return str(named[0])
    kinds = [
        each.rsplit(" :: ", 1)[-1] for each in of.metadata.get_all("Classifier") or () if each.startswith("License :: ") and each.count(" :: ") > 1
    ]
    text = "".join(of.metadata.get_all("License") or ()).strip().splitlines()
    return " / ".join(sorted(set(kinds))) or (text[0][:WORDS] if text else "not stated")


def licences() -> dict[str, str]:
    """Every package with its version, by name, and its licence."""
    return dict(sorted((f"{each.metadata['Name']} {each.version}", licence(each)) for each in distributions()))


if __name__ == "__main__":
    for package, named in licences().items():
        print(f"{package:<40} {named}")
