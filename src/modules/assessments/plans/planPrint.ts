import { personParams, recordReaders, statusWords } from '#modules/casework'
import { notFound, type Reply, route } from '#platform/http'
import { formatDate } from '#ui'
import type { DocumentPart, Said } from '../document/documentOf.ts'
import { printDocument, referenceOf } from '../document/printDocument.ts'
import { type PlanView, readPlanView } from './planView.ts'

type Outcome = PlanView['outcomes'][number]

/** The whole plan as PDF, for the file and those who read the record: the family is given the plan in plain words. */
export const planPrintRoute = route({
  method: 'GET',
  url: '/people/:personId/plan/print',
  admits: recordReaders,
  summary: 'A child in need plan as PDF for the file',
  purpose: 'casework',
  params: personParams,
  async handle({ work, me, params: { personId } }): Promise<Reply> {
    const view = await readPlanView(work, personId)
    if (view === null || view.plan === null) return notFound
    const printing = {
      title: 'Child in need plan',
      subtitle: `${view.frame.identity.displayName}. Started ${formatDate(view.plan.startedOn)}. ${sharedWords(view)} For the file: not for the family.`,
      reference: await referenceOf(work, personId),
      printedFor: me.name,
      parts: planDocument(view),
    }
    const bytes = await printDocument(work, printing)
    return {
      kind: 'file',
      fileName: 'child-in-need-plan.pdf',
      mediaType: 'application/pdf',
      bytes,
      shown: { resource: 'cin_plan', subjectIds: [personId], action: 'export' },
    }
  },
})

const sharedWords = ({ plan }: PlanView): string =>
  plan?.sharedOn ? `Shared with the family ${formatDate(plan.sharedOn)}.` : 'Not shared with the family yet.'

/** The plan in reading order: each outcome, where it stands, and who does what by when. */
export function planDocument({ outcomes }: Pick<PlanView, 'outcomes'>): readonly DocumentPart[] {
  if (outcomes.length === 0)
    return [{ heading: 'Outcomes', said: [{ label: null, text: 'No outcome is written yet.' }] }]
  return outcomes.map(outcome => ({ heading: outcome.outcome, said: saidOf(outcome) }))
}

function saidOf(outcome: Outcome): readonly Said[] {
  const ended = outcome.endedOn ? `, ${formatDate(outcome.endedOn)}` : ''
  const actions = outcome.actions.map(action => {
    const result = action.result ? `: ${action.result}` : ''
    const done = action.doneOn ? ` Done ${formatDate(action.doneOn)}${result}.` : ''
    return `${action.what.replace(/\.$/, '')}. ${action.ownerName}, by ${formatDate(action.dueOn)}.${done}`
  })
  return [
    { label: 'Where it stands', text: `${statusWords[outcome.status]}${ended}` },
    { label: 'How things are now', text: outcome.baseline },
    { label: 'What will change', text: outcome.whatWillChange },
    ...(outcome.statusReason ? [{ label: 'Why', text: outcome.statusReason }] : []),
    { label: 'Who does what', text: actions.length > 0 ? actions.join('\n') : null },
  ]
}
