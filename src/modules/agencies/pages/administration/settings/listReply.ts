import { z } from 'zod'
import type { Reply, Visit } from '#platform/http'
import { denseTable, html } from '#ui'
import { declaredSettings } from '../../../settings/declaredSettings.ts'
import { readSetting } from '../../../settings/readSetting.ts'
import { type EditableKey, isEditable, settingFields, textsOf } from './settingFields.ts'

export const listFormat = z.object({ format: z.enum(['csv']).optional().catch(undefined) })
const keys = Object.keys(settingFields).filter(isEditable)

/** What the authority decides for itself: a page, or a list for a spreadsheet. */
export async function listReply({
  work,
  query: asked,
}: Visit<unknown, z.infer<typeof listFormat>, unknown>): Promise<Reply> {
  const rows: { readonly key: EditableKey; readonly doc: string; readonly value: string }[] = []
  for (const key of keys) {
    const texts = Object.values(textsOf(key, await readSetting(work, key))).filter(text => text !== '')
    rows.push({ key, doc: declaredSettings[key].doc, value: texts.join(', ') })
  }
  if (asked.format === 'csv')
    return {
      kind: 'csv',
      fileName: 'settings.csv',
      header: ['Setting', 'What it is', 'Value'],
      rows: rows.map(({ key, doc, value }) => [key, doc, value]),
      shown: 'nothing',
    }
  const content = html`<h1 class="govuk-heading-l">Settings</h1>
  <p class="govuk-body">Limits of time have <a class="govuk-link" href="/administration/clocks">a page of their own</a>. Each change is kept with who made it and when.</p>
  ${denseTable({
    caption: 'Settings',
    captionClasses: 'govuk-visually-hidden',
    head: ['What it is', 'Value', 'Change'].map(text => ({ text })),
    rows: rows.map(({ key, doc, value }) => [
      { text: doc },
      { text: value },
      {
        html: html`<a class="govuk-link" href="/administration/settings/${key}">Change<span class="govuk-visually-hidden">: ${doc}</span></a>`,
      },
    ]),
  })}
  <p class="govuk-body"><a class="govuk-link" href="/administration/settings?format=csv">Download this list (CSV)</a></p>`
  return {
    kind: 'page',
    title: 'Settings',
    current: '/administration',
    content,
    isWide: true,
    back: '/administration',
    shown: 'nothing',
  }
}
