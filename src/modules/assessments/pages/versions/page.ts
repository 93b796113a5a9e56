import { type Piece, wordDifference } from '#modules/casework'
import type { Uuid } from '#platform/ids'
import { button, formatDateTime, type Html, html, select } from '#ui'
import { changesBetween } from '../../approval/assessmentApproval.ts'
import type { VersionText } from '../../queries/versionAt.ts'

/** A moment of an assessment: handed in then, or now. */
export type Moment = { readonly key: string; readonly at: Temporal.Instant }

export type VersionsView = {
  readonly jointId: Uuid
  readonly moments: readonly Moment[]
  readonly from: Moment | undefined
  readonly to: Moment | undefined
  readonly before: readonly VersionText[]
  readonly after: readonly VersionText[]
}

/** Which two versions, and every text that differs between them. */
export function versionsPage(view: VersionsView): Html {
  const changes = changesBetween(view.before, view.after)
  return html`<h1 class="govuk-heading-l">Compare versions</h1>
<form method="get" action="/assessments/${view.jointId}/versions" class="kith-no-print">
  ${choice('from', 'Earlier version', view.moments, view.from)}
  ${choice('to', 'Later version', view.moments, view.to)}
  ${button({ text: 'Compare', classes: 'govuk-button--secondary' })}
</form>
${
  view.moments.length < 2
    ? html`<p class="govuk-body">It has not been handed in yet: there is one version only.</p>`
    : changes.length === 0
      ? html`<p class="govuk-body">Nothing differs between the two.</p>`
      : html`<p class="govuk-body">Words that were removed are marked in the earlier text, words that were added in the later one.</p>`
}
${changes.map(({ label, before, after }) => difference(label, before, after))}`
}

function choice(name: string, label: string, moments: readonly Moment[], chosen: Moment | undefined): Html {
  return select({
    name,
    label: { text: label, classes: 'govuk-label--s' },
    items: moments.map(({ key, at }) => ({
      value: key,
      text: key === 'now' ? 'As it stands now' : `Handed in ${formatDateTime(at)}`,
    })),
    value: chosen?.key,
  })
}

function difference(label: string, before: string | null, after: string | null): Html {
  const { before: was, after: is } = wordDifference(before ?? '', after ?? '')
  const side = (pieces: readonly Piece[], element: 'del' | 'ins') =>
    pieces.length === 0
      ? html`<span class="govuk-hint">Nothing</span>`
      : html`${pieces.map(({ text, differs }) =>
          differs ? (element === 'del' ? html`<del>${text}</del>` : html`<ins>${text}</ins>`) : text,
        )}`
  return html`<h2 class="govuk-heading-s">${label}</h2>
<div class="govuk-grid-row">
  <div class="govuk-grid-column-one-half"><h3 class="govuk-heading-s govuk-hint">Earlier</h3><p class="govuk-body kith-typed">${side(was, 'del')}</p></div>
  <div class="govuk-grid-column-one-half"><h3 class="govuk-heading-s govuk-hint">Later</h3><p class="govuk-body kith-typed">${side(is, 'ins')}</p></div>
</div>`
}
