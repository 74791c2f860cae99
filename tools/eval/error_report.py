"""Collects errors and prints them by kind: counts first, a table of kinds by relation, then each with its sentence."""
import collections
import hashlib
import textwrap


def half_of(name):
    """0 or 1, by hash: so that the errors of one half can be read and the other stays unseen."""
    return int(hashlib.sha256(str(name).encode()).hexdigest(), 16) % 2


def add_arguments(parser):
    parser.add_argument("--kind", help="details of the kinds that begin with this only")
    parser.add_argument("--relation", help="only errors of this relation")
    parser.add_argument("--half", type=int, choices=(0, 1), help="only documents of this half (by hash of the id)")
    parser.add_argument("--limit", type=int, default=10, metavar="N", help="at most N details of each kind; default 10")
    parser.add_argument("--counts", action="store_true", help="no details")


class Report:
    def __init__(self, kinds):
        self.kinds = kinds  # {kind: what it means}, in the order of printing
        self.errors = collections.OrderedDict((kind, []) for kind in kinds)

    def add(self, kind, relation, where, what, sentence):
        self.errors[kind].append((relation, where, what, sentence))

    def show(self, options):
        wanted = collections.OrderedDict(
            (kind, [e for e in errors if options.relation in (None, e[0])]) for kind, errors in self.errors.items())
        width = max(len(kind) for kind in wanted)
        for kind, errors in wanted.items():
            print(f"{len(errors):5}  {kind:<{width}}  {self.kinds[kind]}")
        self.show_relations(wanted)
        if options.counts:
            return
        for kind, errors in wanted.items():
            if options.kind and not kind.startswith(options.kind) or not errors:
                continue
            print(f"\n== {kind}: {self.kinds[kind]}")
            for relation, where, what, sentence in errors[:options.limit]:
                print(f"  {relation}  {what}   [{where}]")
                for line in textwrap.wrap(sentence, 116):
                    print("      " + line)
            if len(errors) > options.limit:
                print(f"  and {len(errors) - options.limit} more; --limit {len(errors)} shows all")

    @staticmethod
    def show_relations(wanted):
        kinds = [kind for kind, errors in wanted.items() if errors]
        table = collections.defaultdict(collections.Counter)
        for kind in kinds:
            for error in wanted[kind]:
                table[error[0]][kind] += 1
        if not table:
            return
        print("\n" + " " * 18 + "".join(f"{kind[:13]:>14}" for kind in kinds))
        for relation, row in sorted(table.items(), key=lambda item: -sum(item[1].values())):
            print(f"{relation:<18}" + "".join(f"{row[kind] or '':>14}" for kind in kinds))
