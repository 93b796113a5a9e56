import type { CopyContent, CopyPlanLine } from '#modules/child-protection'
import type { Uuid } from '#platform/ids'
import { type Html, html, nothing } from '#ui'
import { dayWords } from '../../words/portalWords.ts'
import { keepHtml, ringHtml } from './page.ts'

/** The plan on one page: what is asked of me, what was promised to me, by whom, by when, whom to ring. */
export function planPage(id: Uuid, content: CopyContent): Html {
  const of = (whose: CopyPlanLine['whose']): readonly CopyPlanLine[] =>
    content.planLines.filter(line => line.whose === whose)
  return html`<h1 class="govuk-heading-l">${content.title}</h1>
${section('What is asked of you', of('asked_of_you'), false)}
${section('What was promised to you', of('promised_to_you'), true)}
${section('What others do', of('others'), true)}
${ringHtml(content)}
<p class="govuk-body"><a class="govuk-link" href="/copies/${id}#answer">Say if you understand it, and what you think</a></p>
${keepHtml(id)}`
}

function section(heading: string, lines: readonly CopyPlanLine[], tellsWho: boolean): Html {
  if (lines.length === 0) return nothing
  return html`<h2 class="govuk-heading-m">${heading}</h2>
<table class="govuk-table"><caption class="govuk-table__caption govuk-visually-hidden">${heading}</caption>
<thead class="govuk-table__head"><tr class="govuk-table__row"><th scope="col" class="govuk-table__header">What</th>${tellsWho ? html`<th scope="col" class="govuk-table__header">Who</th>` : nothing}<th scope="col" class="govuk-table__header">By when</th></tr></thead>
<tbody class="govuk-table__body">${lines.map(
    line =>
      html`<tr class="govuk-table__row"><td class="govuk-table__cell">${line.what}</td>${tellsWho ? html`<td class="govuk-table__cell">${line.who}</td>` : nothing}<td class="govuk-table__cell">${line.byWhen === null ? 'All the time' : dayWords(Temporal.PlainDate.from(line.byWhen))}</td></tr>`,
  )}</tbody></table>`
}
