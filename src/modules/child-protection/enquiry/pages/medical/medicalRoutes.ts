import { childForm, documentsOf, uuidParam, whoIsInvolved } from '#modules/casework'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { formatDate } from '#ui'
import { addMedical, changeMedical, type MedicalWanted } from '../../commands/medicals.ts'
import { medicalsOf } from '../../queries/medicalsOf.ts'
import { type EnquiryParams, ended, enquiryParams, enquiryPath, readContext } from '../frame/enquiryFrame.ts'
import {
  freshMedical,
  type MedicalContext,
  medicalFields,
  medicalLabels,
  medicalOrder,
  medicalTargets,
  parseMedical,
} from './medicalForm.ts'

/** Professionals of other agencies, and the medical reports that are stored: what a medical refers to. */
async function choices(work: Work, personId: Uuid): Promise<Pick<MedicalContext, 'doctors' | 'documents'>> {
  const involved = (await whoIsInvolved(work, personId)).filter(
    ({ held, name }) => held === 'involvement' && name,
  )
  const reports = await documentsOf(work, personId, { kind: 'medical' })
  return {
    doctors: Object.fromEntries(
      involved.map(({ id, name, role, agency }) => [
        id,
        [name, role.replaceAll('_', ' '), agency].filter(Boolean).join(', '),
      ]),
    ),
    documents: Object.fromEntries(
      reports.map(({ id, title, madeAt, datedOn }) => [
        id,
        `${title}, ${formatDate(datedOn ?? madeAt.toZonedDateTimeISO('Europe/London').toPlainDate())}`,
      ]),
    ),
  }
}

const common = {
  title: 'Medical - Section 47 enquiry',
  cancel: enquiryPath,
  fresh: freshMedical,
  fields: medicalFields,
  order: medicalOrder,
  targets: medicalTargets,
  labels: medicalLabels,
} as const

const add = childForm<EnquiryParams, MedicalContext, MedicalWanted>({
  ...common,
  url: '/people/:personId/enquiries/:enquiryId/medicals/new',
  params: enquiryParams,
  name: 'medical',
  heading: () => 'Record a medical',
  summary: { show: 'The form for a medical within an enquiry', send: 'Records a medical within an enquiry' },
  submit: 'Save the medical',
  path: params => `${enquiryPath(params)}/medicals/new`,
  async read(visit) {
    const context = await readContext(visit)
    return context && { ...context, ...(await choices(visit.work, visit.params.personId)), medical: null }
  },
  parse: (fields, context, { sent, work }) => parseMedical(fields, context, sent, work.now, work.today),
  async save(wanted, { enquiry }, { work, params }) {
    if (!enquiry.isOpen) return ended
    await addMedical(work, enquiry, wanted)
    return { outcome: 'saved', location: enquiryPath(params), success: 'Medical recorded' }
  },
})

type MedicalParams = EnquiryParams & { readonly medicalId: Uuid }

/** What a medical found may arrive after the enquiry has ended. */
const change = childForm<MedicalParams, MedicalContext, MedicalWanted>({
  ...common,
  url: '/people/:personId/enquiries/:enquiryId/medicals/:medicalId',
  params: enquiryParams.extend({ medicalId: uuidParam }),
  name: 'medical-found',
  heading: () => 'The medical',
  summary: {
    show: 'The form that says more of a medical',
    send: 'Says more of a medical: consent, findings, outcome',
  },
  submit: 'Save the medical',
  path: params => `${enquiryPath(params)}/medicals/${params.medicalId}`,
  async read(visit) {
    const context = await readContext(visit)
    const medicals = context ? await medicalsOf(visit.work, context.enquiry.id) : []
    const medical = medicals.find(({ id }) => id === visit.params.medicalId)
    return context && medical
      ? { ...context, ...(await choices(visit.work, visit.params.personId)), medical }
      : null
  },
  parse: (fields, context, { sent, work }) => parseMedical(fields, context, sent, work.now, work.today),
  async save(wanted, { medical }, { work, params, sent }) {
    if (medical === null) return { outcome: 'not_found' }
    const version = Number(sent['version']) || 0
    if ((await changeMedical(work, { id: medical.id, version }, wanted)) === 'stale')
      return { outcome: 'stale' }
    return { outcome: 'saved', location: enquiryPath(params), success: 'Medical saved' }
  },
})

/** Medicals within an enquiry. */
export const medicalRoutes = [...add, ...change]
