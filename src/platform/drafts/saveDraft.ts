import type { Work } from '../db/index.ts'
import type { Draft } from './draft.ts'
import { readDraft } from './readDraft.ts'
import { type SentDraft, sentDraft } from './sentDraft.ts'
import type { DraftBody, DraftTables } from './tables.ts'

/** Days that a draft is kept after its last save. */
const DAYS = 30

/** Saved; or not, because another tab had saved its own text meanwhile: then with that text. */
export type SavedDraft =
  | { readonly kind: 'saved'; readonly savedAt: Temporal.Instant; readonly version: number }
  | { readonly kind: 'conflict'; readonly theirs: Draft }

/**
 * Saves what was sent as the acting person's draft of this form on this record. A tab goes on saving over its own text,
 * and over a draft that it was filled from; it never overwrites what another tab saved since.
 * @param sent the form as it came (`visit.sent`), hidden fields included
 */
export async function saveDraft(
  work: Work,
  form: string,
  recordKey: string,
  sent: Readonly<Record<string, unknown>>,
): Promise<SavedDraft> {
  const given = sentDraft(sent)
  const begun = (await begin(work, form, recordKey, given)) ?? (await goOn(work, form, recordKey, given))
  if (begun !== null) return { kind: 'saved', savedAt: begun.saved_at, version: begun.version }
  const theirs = await readDraft(work, form, recordKey)
  // Gone in this very moment (sent or discarded in the other tab): begin anew.
  return theirs === null ? saveDraft(work, form, recordKey, sent) : { kind: 'conflict', theirs }
}

type Saved = { readonly saved_at: Temporal.Instant; readonly version: number } | null

const bodyOf = ({ fields, tab, page }: SentDraft): DraftBody => ({ fields, tab, page })

/** The first save; takes the place of an expired draft. Null when a live one is there. */
async function begin(work: Work, form: string, recordKey: string, given: SentDraft): Promise<Saved> {
  const fresh = {
    body: bodyOf(given),
    base_version: given.baseVersion,
    version: 1,
    started_at: work.now,
    saved_at: work.now,
    expires_at: expiry(work),
  }
  const row = await work
    .db<DraftTables>()
    .insertInto('app.draft')
    .values({ actor_id: work.actor.id, form, record_key: recordKey, ...fresh })
    .onConflict(conflict =>
      conflict
        .columns(['actor_id', 'form', 'record_key'])
        .doUpdateSet(fresh)
        .where('app.draft.expires_at', '<=', work.now),
    )
    .returning(['saved_at', 'version'])
    .executeTakeFirst()
  return row ?? null
}

/** A further save by the tab that saved last, or by one that was filled from the present version. */
async function goOn(work: Work, form: string, recordKey: string, given: SentDraft): Promise<Saved> {
  const row = await work
    .db<DraftTables>()
    .updateTable('app.draft')
    .set(eb => ({
      body: eb.val(bodyOf(given)),
      version: eb('version', '+', 1),
      saved_at: work.now,
      expires_at: expiry(work),
    }))
    .where('actor_id', '=', work.actor.id)
    .where('form', '=', form)
    .where('record_key', '=', recordKey)
    .where(eb =>
      eb.or([
        eb.and([eb.val(given.tab !== ''), eb(eb.ref('body', '->>').key('tab'), '=', given.tab)]),
        eb('version', '=', given.version),
      ]),
    )
    .returning(['saved_at', 'version'])
    .executeTakeFirst()
  return row ?? null
}

const expiry = (work: Work): Temporal.Instant => work.now.add({ hours: 24 * DAYS })
