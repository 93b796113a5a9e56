#!/usr/bin/env bash
# Runs once, when the database container makes its cluster: the logins that serve staff and families own nothing and
# inherit nothing.
set -eu
psql --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" --set serve="$KITH_SERVE_PASSWORD" \
  --set portal="$KITH_PORTAL_PASSWORD" <<'SQL'
create role kith_serve login noinherit nocreatedb nocreaterole nosuperuser nobypassrls password :'serve';
create role kith_portal login noinherit nocreatedb nocreaterole nosuperuser nobypassrls password :'portal';
SQL
