import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { LetterWords } from './changeLetter.ts'
import type { Letter } from './readLetters.ts'

/** A note of somebody else's record, words of which stand in a letter. */
export type CopiedNote = {
  readonly noteId: Uuid
  readonly personIds: readonly Uuid[]
  readonly happenedAt: Temporal.Instant
  /** The first run of words that stands in both, as the letter has it. */
  readonly words: string
}

/** So many words on end are hardly ever written twice by chance. */
const RUN = 12
/** Wherever a run of twelve begins, it holds one whole of the letter's pieces of six. */
const PIECE = 6
const MOST = 20
/** A text of more pieces is compared with notes as sets of runs: looking for each piece in each note would take minutes. */
const MANY_PIECES = 200
/** Of each person whom the writer may read, and of all of these together: whoever copies does it from what they have lately read. */
const NEWEST = { ofEach: 50, ofAll: 2000 }

// What stands between words: the same characters in the database's pattern and here.
const BETWEEN = '[\\s!-/:-@\\[-`{-~\u2013\u2014\u2018\u2019\u201c\u201d\u2026]+'
const between = new RegExp(BETWEEN, 'gu')
const wordsIn = (text: string): readonly string[] =>
  text.normalize('NFKC').toLowerCase().split(between).filter(Boolean)

/**
 * Notes that the writer wrote or may read, the newest two thousand, about nobody whom the letter is about, with twelve words on
 * end that the letter has too. A family was once given police words about another family, copied into their plan; whoever copies must be able to open the note.
 */
export async function copiedNotes(
  work: Work,
  { personIds }: Pick<Letter, 'personIds'>,
  { subject, text, enclosed }: LetterWords,
): Promise<readonly CopiedNote[]> {
  const said = wordsIn(`${subject}\n${text}\n${enclosed ?? ''}`)
  const pieces: string[] = []
  for (let from = 0; from + PIECE <= said.length; from += PIECE)
    pieces.push(` ${said.slice(from, from + PIECE).join(' ')} `)
  if (said.length < RUN) return []
  const { rows } = await sql<{ id: Uuid; person_ids: Uuid[]; happened_at: Temporal.Instant; body: string }>`
    with near as materialized (
      select lately.note_id, max(lately.happened_at) as happened_at
      from (select distinct subject_id from access.entry where actor_id = ${work.actor.id} and data_class in ('B1', 'B2')
          and now() >= starts_at and now() < ends_at) mine
        cross join lateral (select note_id, happened_at from note_person where person_id = mine.subject_id
          order by happened_at desc limit ${NEWEST.ofEach}) lately
      group by lately.note_id
      union select * from (select id, happened_at from note where author_id = ${work.actor.id}
        order by happened_at desc limit ${NEWEST.ofAll}) own
    ), newest as materialized (
      select distinct note_id, happened_at from near order by happened_at desc limit ${NEWEST.ofAll}
    )
    select note.id, note.person_ids, note.happened_at, note.body
    from newest join note on note.id = newest.note_id
    where not note.person_ids && ${[...personIds]}::uuid[] and ${pieces.length > MANY_PIECES ? sharesRuns(pieces) : holdsPieces(pieces)}
    order by note.happened_at desc limit ${MOST}`.execute(work.db())
  return rows.flatMap(row => {
    const words = firstRun(said, wordsIn(row.body))
    return words === null
      ? []
      : [{ noteId: row.id, personIds: row.person_ids, happenedAt: row.happened_at, words }]
  })
}

const plain = sql`' ' || regexp_replace(lower(normalize(note.body, NFKC)), ${BETWEEN}, ' ', 'g') || ' '`

/** For a letter: each of its few pieces is looked for in each note. */
const holdsPieces = (pieces: readonly string[]) => sql<boolean>`
  exists (select from (select ${plain} as words) plain, unnest(${pieces}::text[]) piece where position(piece in plain.words) > 0)`

/** For a long paper: the runs of each note are looked up among its pieces, which PostgreSQL keeps by hash. */
const sharesRuns = (pieces: readonly string[]) => sql<boolean>`
  exists (select from (
      select ' ' || concat_ws(' ', w, lead(w) over o, lead(w, 2) over o, lead(w, 3) over o, lead(w, 4) over o, lead(w, 5) over o) || ' ' as run
      from unnest(string_to_array(trim(${plain}), ' ')) with ordinality said (w, n) window o as (order by n)
    ) runs where runs.run = any (${pieces}::text[]))`

function firstRun(said: readonly string[], written: readonly string[]): string | null {
  const runs = new Set(written.map((_, from) => written.slice(from, from + RUN).join(' ')))
  for (let from = 0; from + RUN <= said.length; from += 1) {
    const run = said.slice(from, from + RUN).join(' ')
    if (runs.has(run)) return run
  }
  return null
}
