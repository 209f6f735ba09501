#!/bin/sh
# Run once by the database's image, in an empty data directory: the owner of the tables, and the servers' login. The group
# vitaravox_app is made by the first migration; here already, so that the login is in it from the start.
set -eu
psql --username postgres --set ON_ERROR_STOP=1 --set owner="$OWNER_PASSWORD" --set server="$SERVER_PASSWORD" <<'SQL'
CREATE ROLE vitaravox_owner LOGIN CREATEROLE PASSWORD :'owner';
CREATE ROLE vitaravox_app NOLOGIN;
CREATE ROLE vitaravox_server LOGIN PASSWORD :'server' IN ROLE vitaravox_app;
CREATE DATABASE vitaravox OWNER vitaravox_owner;
SQL
