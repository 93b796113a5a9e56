import { childForm, momentValues } from '#modules/casework'
import { html } from '#ui'
import { addAction } from '../../commands/addToEnquiry.ts'
import type { ActionWanted } from '../../commands/enquiryRows.ts'
import {
  chosen,
  type EnquiryContext,
  type EnquiryParams,
  ended,
  enquiryParams,
  enquiryPath,
  readContext,
  siblingTicks,
} from '../frame/enquiryFrame.ts'
import { actionFields, actionOrder, parseAction } from './actionFields.ts'

/** More that was done at once while an enquiry goes on. */
export const actionRoutes = childForm<EnquiryParams, EnquiryContext, ActionWanted>({
  url: '/people/:personId/enquiries/:enquiryId/actions/new',
  params: enquiryParams,
  name: 'immediate-action',
  title: 'What was done at once - Section 47 enquiry',
  heading: () => 'Record what was done at once',
  summary: {
    show: 'The form for what was done at once in an enquiry',
    send: 'Records what was done at once to keep the children ticked safe',
  },
  submit: 'Save for good',
  path: params => `${enquiryPath(params)}/actions/new`,
  cancel: enquiryPath,
  read: visit => readContext(visit),
  fresh: ({ siblings }, work) => ({
    also: siblings.map(({ enquiry }) => enquiry.id),
    ...momentValues('acted', work.now),
  }),
  fields: ({ siblings }, values, errors) =>
    html`${siblingTicks(siblings, 'For these children too?', values)}${actionFields(values, errors)}`,
  parse: (fields, _, { work }) => parseAction(fields, work.now),
  async save(action, context, { work, params, sent }) {
    if (!context.enquiry.isOpen) return ended
    await addAction(work, chosen(context, sent), action)
    return { outcome: 'saved', location: enquiryPath(params), success: 'Recorded' }
  },
  order: ['ended', ...actionOrder],
  targets: { acted: 'acted-day', ended: 'main-content' },
})
