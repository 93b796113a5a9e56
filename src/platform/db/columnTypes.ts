import type { ColumnType } from 'kysely'

/** A column with a default. Kysely's own type of this name would not look inside a column type. */
export type Generated<T> =
  T extends ColumnType<infer Read, infer Added, infer Changed>
    ? ColumnType<Read, Added | undefined, Changed>
    : ColumnType<T, T | undefined, T>

/** A moment: read as Temporal.Instant, written as one or as ISO text. */
export type InstantColumn = ColumnType<Temporal.Instant, Temporal.Instant | string, Temporal.Instant | string>

/** A moment that may be endless, either way. */
export type EndlessColumn = ColumnType<
  Temporal.Instant | 'infinity' | '-infinity',
  Temporal.Instant | string,
  Temporal.Instant | string
>

/** JSON: read as parsed, written as JSON text (pg would send an array as a PostgreSQL array). */
export type JsonColumn = ColumnType<unknown, string, string>

/** The same tables for the storyteller, who alone may say when a row of the demo county was recorded. */
export type Told<Tables> = {
  [Table in keyof Tables]: Omit<Tables[Table], 'recorded_from'> & { recorded_from: Generated<InstantColumn> }
}
