#!/bin/sh
# Run once by the MySQL image, when its data folder is empty: one schema per service, one account for its work and one
# for its migrations. The account for work gets no right here; the service grants it what each table needs, after its
# migrations, so that it can add to a journal without ever changing it.
set -eu

secret() {
  sed -e 's/\\/\\\\/g' -e "s/'/''/g" "${SECRETS_DIR:-/run/secrets}/$1"
}

schema() {
  name=$1 account=$2 prefix=$3
  # the name of a schema in a grant is a pattern, in which _ stands for any letter
  pattern=$(printf '%s' "$name" | sed 's/_/\\_/g')
  cat <<SQL
create database if not exists \`$name\` character set utf8mb4 collate utf8mb4_0900_ai_ci;
create user if not exists '$account'@'%' identified by '$(secret "${prefix}_DB_PASSWORD")';
create user if not exists '${account}_migration'@'%' identified by '$(secret "${prefix}_DB_MIGRATION_PASSWORD")';
grant all privileges on \`$pattern\`.* to '${account}_migration'@'%' with grant option;
SQL
}

{
  schema jz_identity identity IDENTITY
  schema jz_household household HOUSEHOLD
  schema jz_industry industry INDUSTRY
  schema jz_relocation relocation RELOCATION
  schema jz_finance finance FINANCE
  schema jz_supervision supervision SUPERVISION
} | MYSQL_PWD=$(secret MYSQL_ROOT_PASSWORD) mysql --protocol=socket -uroot
