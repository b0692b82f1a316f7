"""Runs a publication's recipe in the engine named first and prints the checksum that the engine computes."""

import pathlib
import sys

engine = sys.argv[1]


def statements(name):
    text = pathlib.Path(name).read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("--")]
    return [part.strip() for part in "\n".join(lines).split(";\n") if part.strip()]


if engine == "duckdb":
    import duckdb

    connection = duckdb.connect()
    for statement in statements("duckdb.sql"):
        answer = connection.execute(statement)
    print(",".join(str(value) for value in answer.fetchone()))
elif engine == "parquet":
    import duckdb

    connection = duckdb.connect()
    for statement in statements("duckdb.sql") + statements("parquet.sql"):
        answer = connection.execute(statement)
    print(",".join(str(value) for value in answer.fetchone()))
elif engine == "duckdb-sqlite":
    import duckdb
    import duckdb_extension_sqlite_scanner as extension

    folder = pathlib.Path(extension.__file__).parent
    file = next(folder.rglob("*.duckdb_extension"))
    connection = duckdb.connect()
    connection.execute(f"LOAD '{file}'")
    connection.execute("ATTACH 'nianbao.sqlite' AS nianbao (TYPE sqlite)")
    check = statements("duckdb.sql")[-1].replace("FROM figure", "FROM nianbao.figure")
    print(",".join(str(value) for value in connection.execute(check).fetchone()))
elif engine == "clickhouse":
    from chdb import session

    connection = session.Session()
    for statement in statements("clickhouse.sql"):
        answer = connection.query(statement, "CSV")
    print(str(answer).strip().replace('"', ""))
