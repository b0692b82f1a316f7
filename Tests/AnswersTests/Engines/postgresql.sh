#!/usr/bin/env bash
# Loads a publication, the folder named first, into a server of its own that is gone afterwards; prints the checksum.
set -e
bin=$(ls -d /usr/lib/postgresql/*/bin | tail -1)
dir=$(mktemp -d); 
[ "$(id -u)" = 0 ] && chown nobody "$dir" && as="runuser -u nobody --"
$as $bin/initdb -D $dir/data -A trust -E UTF8 --no-locale >/dev/null
$as $bin/pg_ctl -D $dir/data -o "-k $dir -c listen_addresses=''" -w -l $dir/log start >/dev/null
trap '$as $bin/pg_ctl -D $dir/data -m immediate stop >/dev/null; rm -rf $dir' EXIT
$as $bin/createdb -h $dir nianbao
cd "$1"; 
$bin/psql -h $dir -U nobody --set ON_ERROR_STOP=1 -d nianbao -qAt -F, -f postgresql.sql
