import pg from 'pg'
import type { Mark } from './marks.ts'

/** An answer that showed records, and the transactions it came from. */
export type Shown = {
  readonly what: string
  readonly body: string
  readonly correlations: ReadonlySet<string>
  /** Ids that its reader asked with, where the page shows nothing of them. */
  readonly but?: string
}

// Not who is named in a contact, whose ids stand behind the contact's.
const link = /(?<![0-9a-f])\/people\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/g

/** People whom an answer shows, by their links or their names, and of whom the audit says nothing for that answer. */
export async function unlogged(
  superuserUrl: string,
  answers: readonly Shown[],
  marks: readonly Mark[],
): Promise<{ readonly missing: readonly string[]; readonly people: number }> {
  const logged = await subjectsByCorrelation(
    superuserUrl,
    answers.flatMap(({ correlations }) => [...correlations]),
  )
  const missing: string[] = []
  let people = 0
  for (const { what, body, correlations, but } of answers) {
    const subjects = new Set([...correlations].flatMap(one => [...(logged.get(one) ?? [])]))
    const shown = new Map<string, string>([...body.matchAll(link)].map(([, id = '']) => [id, 'linked']))
    for (const { text, row } of marks)
      if (row.table === 'person_name' && body.includes(text)) shown.set(row.personIds[0] ?? '', 'named')
    shown.delete(but ?? '')
    people += shown.size
    for (const [id, how] of shown) if (!subjects.has(id)) missing.push(`${what}: somebody is ${how}`)
  }
  return { missing: [...new Set(missing)], people }
}

async function subjectsByCorrelation(
  superuserUrl: string,
  correlations: readonly string[],
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const client = new pg.Client(superuserUrl)
  await client.connect()
  try {
    const { rows } = await client.query<{ correlation: string; subjects: string[] }>(
      `select correlation, array_agg(distinct subject::text) as subjects
       from audit.entry, unnest(subject_ids) subject
       where correlation = any ($1::uuid[]) and action in ('read', 'list', 'search', 'export') group by 1`,
      [correlations],
    )
    return new Map(rows.map(row => [row.correlation, new Set(row.subjects)]))
  } finally {
    await client.end()
  }
}
