import type pg from 'pg'

/** A statement that is tried: an insert of these columns, or an update of them. */
export type Trial = {
  readonly table: string
  readonly verb: 'insert' | 'update'
  readonly columns: readonly string[]
}

/** Functions that each try one statement, made when it is first wanted. @returns the name of the one for a trial */
export type Triers = (trials: readonly Trial[]) => Promise<readonly string[]>

/** @returns what makes them in this database. @param superuser of it, since those who try make nothing */
export function triersOf(superuser: pg.Client): Triers {
  const made = new Map<string, string>()
  return async trials => {
    const texts: string[] = []
    const names = trials.map(trial => {
      const text = statementOf(trial)
      const known = made.get(text)
      if (known !== undefined) return known
      const name = `try_${made.size}`
      made.set(text, name)
      texts.push(`create function trial.${name}(v jsonb) returns int language plpgsql as $$
        declare touched int; begin ${text}; get diagnostics touched = row_count; return touched; end $$`)
      return name
    })
    if (texts.length > 0) await superuser.query(texts.join(';'))
    return names
  }
}

function statementOf({ table, verb, columns }: Trial): string {
  const from = `from jsonb_populate_record(null::record.${table}, v) s`
  if (verb === 'insert')
    return `insert into record.${table} (${columns.join(', ')}) select ${columns.join(', ')} ${from}`
  const sets = columns.map(name => `${name} = s.${name}`).join(', ')
  return `update record.${table} t set ${sets} ${from} where t.id = s.id`
}
