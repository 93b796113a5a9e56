import type { Uuid } from '#platform/ids'
import { formatDateTime, type Html, html, summaryList } from '#ui'
import type { PersonSummary } from '../../queries/personSummaries.ts'
import type { Merge } from '../queries/merges.ts'
import { evidenceWords } from '../rules/evidenceKinds.ts'

/** Who asked, with what evidence, and what became of it. */
export function mergeFacts(
  merge: Merge,
  people: ReadonlyMap<Uuid, PersonSummary>,
  workers: ReadonlyMap<Uuid, string>,
): Html {
  const by = (id: Uuid | null, at: Temporal.Instant | null) =>
    `${(id && workers.get(id)) ?? 'somebody'}, ${at ? formatDateTime(at) : ''}`
  const survivor = people.get(merge.survivorId)
  const rows: { key: string; html: Html }[] = [
    {
      key: 'Record that goes on',
      html: html`<a class="govuk-link" href="/people/${merge.survivorId}">${survivor ? `${survivor.displayName}, ${survivor.age}` : 'Somebody'}</a>`,
    },
    { key: 'Asked by', html: html`${by(merge.askedBy, merge.askedAt)}` },
    {
      key: 'Shown by',
      html: html`${merge.evidenceKinds.map((kind, place) => html`${place > 0 ? html`<br>` : ''}${evidenceWords(kind)}`)}`,
    },
    { key: 'Evidence', html: html`<span class="kith-typed">${merge.evidence}</span>` },
  ]
  if (merge.mergedAt) rows.push({ key: 'Confirmed by', html: html`${by(merge.confirmedBy, merge.mergedAt)}` })
  if (merge.closedAt)
    rows.push({
      key: 'Refused or taken back',
      html: html`${by(merge.closedBy, merge.closedAt)}: <span class="kith-typed">${merge.closeReason}</span>`,
    })
  if (merge.undoneAt)
    rows.push({
      key: 'Undone by',
      html: html`${by(merge.undoneBy, merge.undoneAt)}: <span class="kith-typed">${merge.undoReason}</span>`,
    })
  return summaryList({ rows: rows.map(row => ({ key: { text: row.key }, value: { html: row.html } })) })
}
