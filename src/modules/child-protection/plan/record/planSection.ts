import type { RecordSection } from '#modules/casework'
import { html, nothing, warningText } from '#ui'
import { runningPlansOf } from '../../list/index.ts'
import { driftWords } from '../rules/drift.ts'

/** The way to a running plan, and what shows that it goes nowhere. */
export const planSection: RecordSection = {
  name: 'protection-plan',
  order: 4,
  async show(work, personId) {
    const [plan] = await runningPlansOf(work, [personId])
    if (plan === undefined) return null
    return html`<section id="protection-plan">
${plan.drift.length === 0 ? nothing : warningText({ text: plan.drift.map(sign => driftWords[sign]).join('. '), iconFallbackText: 'Drift' })}
<p class="govuk-body"><a class="govuk-link" href="/people/${personId}/protection-plan">Open the child protection plan</a></p></section>`
  },
}
