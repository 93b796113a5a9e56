#!/usr/bin/env bash
# Runs once, when the database container makes its cluster: the login that serves owns nothing and inherits nothing.
set -eu
psql --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" --set serve="$KITH_SERVE_PASSWORD" <<'SQL'
create role kith_serve login noinherit nocreatedb nocreaterole nosuperuser nobypassrls password :'serve';
SQL
