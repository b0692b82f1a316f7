/* The rows of an archive into an empty one of the same schema, as a bare loop would: save ARCHIVE NEW. Prints CPU seconds.
 * Batches of 500 reports, figures in the order of their key, foreign keys on, a prepared statement for each table. */
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { BATCH = 500 };

static const struct { const char *table, *rows; } TABLES[] = {
    {"sqlar", "SELECT sqlar.* FROM sqlar JOIN document ON original = sqlar.name WHERE document.id BETWEEN ?1 AND ?2"},
    {"document", "SELECT * FROM document WHERE id BETWEEN ?1 AND ?2"},
    {"report", "SELECT * FROM report WHERE id BETWEEN ?1 AND ?2"},
    {"section", "SELECT * FROM section WHERE report_id BETWEEN ?1 AND ?2"},
    {"doubt", "SELECT * FROM doubt WHERE report_id BETWEEN ?1 AND ?2"},
    {"quantity", "SELECT * FROM quantity WHERE report_id BETWEEN ?1 AND ?2"},
    {"figure", "SELECT * FROM figure WHERE report_id BETWEEN ?1 AND ?2 ORDER BY indicator_id, report_id"},
};
enum { TABLE_COUNT = sizeof TABLES / sizeof *TABLES };

struct rows {
    sqlite3_value **values;
    int columns;
    size_t count, room;
};

static double cpu(void) {
    struct timespec time;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return time.tv_sec + time.tv_nsec / 1e9;
}

static void check(sqlite3 *db, int status) {
    if (status == SQLITE_OK || status == SQLITE_DONE || status == SQLITE_ROW) return;
    fprintf(stderr, "%s\n", sqlite3_errmsg(db));
    exit(1);
}

static void load(sqlite3 *db, sqlite3_stmt *query, struct rows *rows, int first) {
    sqlite3_bind_int(query, 1, first);
    sqlite3_bind_int(query, 2, first + BATCH - 1);
    rows->columns = sqlite3_column_count(query);
    rows->count = 0;
    int status;
    while ((status = sqlite3_step(query)) == SQLITE_ROW) {
        if ((rows->count + 1) * rows->columns > rows->room) {
            rows->room = rows->room ? 2 * rows->room : 4096;
            rows->values = realloc(rows->values, rows->room * sizeof *rows->values);
        }
        for (int column = 0; column < rows->columns; column++)
            rows->values[rows->count * rows->columns + column] = sqlite3_value_dup(sqlite3_column_value(query, column));
        rows->count++;
    }
    check(db, status);
    sqlite3_reset(query);
}

static void insert(sqlite3 *db, sqlite3_stmt *statement, const struct rows *rows) {
    for (size_t row = 0; row < rows->count; row++) {
        for (int column = 0; column < rows->columns; column++)
            sqlite3_bind_value(statement, column + 1, rows->values[row * rows->columns + column]);
        check(db, sqlite3_step(statement));
        sqlite3_reset(statement);
    }
}

/* The same tables, and what the rows refer to. */
static void prepare(sqlite3 *db, const char *source) {
    char *attach = sqlite3_mprintf("ATTACH %Q AS source", source);
    check(db, sqlite3_exec(db, attach, 0, 0, 0));
    sqlite3_stmt *schema;
    check(db, sqlite3_prepare_v2(db, "SELECT sql FROM source.sqlite_schema WHERE type IN ('table', 'index') AND sql NOT NULL", -1, &schema, 0));
    while (sqlite3_step(schema) == SQLITE_ROW) check(db, sqlite3_exec(db, (const char *)sqlite3_column_text(schema, 0), 0, 0, 0));
    sqlite3_finalize(schema);
    check(db, sqlite3_exec(db, "INSERT INTO county SELECT * FROM source.county; INSERT INTO township SELECT * FROM source.township;"
        "INSERT INTO indicator SELECT * FROM source.indicator; INSERT INTO catalogue SELECT * FROM source.catalogue;"
        "INSERT INTO description SELECT * FROM source.description; DETACH source; PRAGMA foreign_keys = ON; PRAGMA cache_size = -32000", 0, 0, 0));
    sqlite3_free(attach);
}

int main(int count, char **arguments) {
    if (count != 3) return 64;
    remove(arguments[2]);
    sqlite3 *source, *target;
    check(0, sqlite3_open_v2(arguments[1], &source, SQLITE_OPEN_READONLY, 0));
    check(0, sqlite3_open(arguments[2], &target));
    prepare(target, arguments[1]);

    sqlite3_stmt *queries[TABLE_COUNT], *inserts[TABLE_COUNT];
    struct rows rows[TABLE_COUNT] = {0};
    for (int table = 0; table < TABLE_COUNT; table++) {
        check(source, sqlite3_prepare_v2(source, TABLES[table].rows, -1, &queries[table], 0));
        char marks[64] = "?";
        for (int column = 1; column < sqlite3_column_count(queries[table]); column++) strcat(marks, ",?");
        char *sql = sqlite3_mprintf("INSERT INTO %s VALUES (%s)", TABLES[table].table, marks);
        check(target, sqlite3_prepare_v2(target, sql, -1, &inserts[table], 0));
        sqlite3_free(sql);
    }
    double seconds = 0;
    for (int first = 1;; first += BATCH) {
        for (int table = 0; table < TABLE_COUNT; table++) load(source, queries[table], &rows[table], first);
        if (rows[2].count == 0) break;
        double start = cpu();
        check(target, sqlite3_exec(target, "BEGIN IMMEDIATE", 0, 0, 0));
        for (int table = 0; table < TABLE_COUNT; table++) insert(target, inserts[table], &rows[table]);
        check(target, sqlite3_exec(target, "COMMIT", 0, 0, 0));
        seconds += cpu() - start;
        for (int table = 0; table < TABLE_COUNT; table++)
            for (size_t value = 0; value < rows[table].count * rows[table].columns; value++)
                sqlite3_value_free(rows[table].values[value]);
    }
    printf("%.4f\n", seconds);
    return 0;
}
