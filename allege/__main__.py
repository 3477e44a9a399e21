"""`python -m allege`: the command line."""

from allege.show.cli import main

if __name__ == "__main__":
    main()
