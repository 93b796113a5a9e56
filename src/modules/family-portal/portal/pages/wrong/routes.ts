import { z } from 'zod'
import { uuidParam } from '#modules/casework'
import { type FormKeys, formFields } from '#platform/http'
import type { Uuid } from '#platform/ids'
import { button, type Html, html, textarea } from '#ui'
import { raiseAlarm } from '../../commands/raiseAlarm.ts'
import { LONGEST, saidIn } from '../../fields.ts'
import { absent, inside, type PortalReply, type PortalVisit } from '../../portalRoute.ts'
import { readCopy } from '../../queries/readCopies.ts'

const params = z.object({ copyId: uuidParam })

const wrongPage = (action: string, keys: FormKeys, hidesCopy: boolean): Html =>
  html`<h1 class="govuk-heading-l">I can see something I should not</h1>
<p class="govuk-body">It may be about somebody else, or tell where somebody lives. It is not your fault.</p>
<p class="govuk-body">${hidesCopy ? 'Press the button and we hide it at once. ' : ''}We tell the people who can put it right. You do not have to write anything. If somebody is in danger now, ring 999.</p>
<form method="post" action="${action}" novalidate autocomplete="off">
  ${formFields(keys)}
  ${button({ text: hidesCopy ? 'Hide it and tell somebody' : 'Tell somebody', classes: 'govuk-button--warning', preventDoubleClick: true })}
  ${textarea({ name: 'words', label: { text: 'What is it? (you can leave this out)' }, rows: 3 })}
</form>`

const page = (action: string, keys: FormKeys, copyId: Uuid | null): PortalReply => ({
  kind: 'page',
  title: 'Something is wrong',
  back: copyId === null ? '/' : `/copies/${copyId}`,
  content: wrongPage(action, keys, copyId !== null),
  shown: 'nothing',
})

const done: PortalReply = {
  kind: 'redirect',
  location: '/',
  success: 'Thank you. We have told the people who can put it right.',
}

const words = ({ sent }: Pick<PortalVisit, 'sent'>): string | null =>
  saidIn(sent, 'words')?.slice(0, LONGEST) ?? null

export const wrongRoutes = [
  inside({
    method: 'GET',
    url: '/wrong',
    async handle({ form }) {
      return page('/wrong', form, null)
    },
  }),
  inside({
    method: 'POST',
    url: '/wrong',
    async handle(visit) {
      await raiseAlarm(visit.work, null, words(visit))
      return done
    },
  }),
  inside({
    method: 'GET',
    url: '/wrong/:copyId',
    params,
    async handle({ work, params: { copyId }, form }) {
      return (await readCopy(work, copyId)) === null ? absent : page(`/wrong/${copyId}`, form, copyId)
    },
  }),
  inside({
    method: 'POST',
    url: '/wrong/:copyId',
    params,
    async handle(visit) {
      const { copyId } = visit.params
      if ((await readCopy(visit.work, copyId)) === null) return absent
      await raiseAlarm(visit.work, copyId, words(visit))
      return done
    },
  }),
]
