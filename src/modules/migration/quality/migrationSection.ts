import type { RecordSection } from '#modules/casework'
import { denseTable, html, plural } from '#ui'
import { severityWords } from '../pages/runWords.ts'
import { countFindings, findings } from '../queries/importFindings.ts'

const MOST_SHOWN = 50

/** What imports refused or doubted of a child, on the child's page. */
export const migrationSection: RecordSection = {
  name: 'imports',
  order: 90,
  async show(work, personId) {
    const filter = { personId, isUnresolved: true, isTelling: true }
    const count = await countFindings(work, filter)
    if (count === 0) return null
    const shown = await findings(work, filter, 0, MOST_SHOWN)
    const rest = count > MOST_SHOWN ? ` The first ${MOST_SHOWN} are shown.` : ''
    return html`<section id="imports"><h2 class="govuk-heading-m">What the import refused or doubted</h2>
      <p class="govuk-body">${plural(count, 'thing')} to look at.${rest}</p>
      ${denseTable({
        caption: 'What the import refused or doubted',
        head: ['What', 'In the file', 'How grave', 'What is wrong'].map(text => ({ text })),
        rows: shown.map(one => [
          {
            html: html`<a class="govuk-link" href="/imports/${one.runId}">${one.element}</a>, line ${one.line}`,
          },
          { text: one.raw ?? '' },
          { text: `${severityWords[one.severity]}${one.rule ? ` (rule ${one.rule})` : ''}` },
          { text: one.problem },
        ]),
      })}</section>`
  },
}
