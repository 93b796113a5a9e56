import { type Fields, lineField, textField } from '#modules/casework'
import type { Uuid } from '#platform/ids'
import { type Html, html, insetText } from '#ui'
import { keepTranslation, type Translation } from '../commands/keepTranslation.ts'
import { partsOfPaper, translationsOf } from '../queries/readPapers.ts'
import { recipientsOf } from '../queries/recipientsOf.ts'
import type { PaperPart } from '../rules/paper.ts'
import { aboveMeeting, aroundPaper, partParams, subjectsOf } from './frame.ts'
import { paperForm } from './longForm.ts'

type Old = Awaited<ReturnType<typeof translationsOf>>[number]
type Context = { readonly part: PaperPart; readonly lang: string; readonly old: Old | null }

/** `/papers/:paperId/parts/:partId/translation`: a translator's text, kept beside the original. */
export const translationRoutes = paperForm<{ paperId: Uuid; partId: Uuid }, Context, Translation>({
  url: '/papers/:paperId/parts/:partId/translation',
  params: partParams,
  name: 'part-translation',
  title: 'Translation of a part',
  summary: {
    show: 'The form for a translator’s text of a part',
    send: 'Keeps a translator’s text of a part',
  },
  submit: 'Save translation',
  path: ({ paperId, partId }) => `/papers/${paperId}/parts/${partId}/translation`,
  cancel: ({ paperId }) => `/papers/${paperId}`,
  async open({ work, params: { paperId, partId } }) {
    const around = await aroundPaper(work, paperId)
    const part = (await partsOfPaper(work, paperId)).find(({ id }) => id === partId)
    if (!around?.isLine || part === undefined || part.dataClass !== 'B3') return null
    const lang =
      (await recipientsOf(work, around.paper)).find(one => one.language !== null && one.language !== 'en')
        ?.language ?? ''
    const old =
      lang === ''
        ? null
        : ((await translationsOf(work, paperId, lang)).find(one => one.partId === partId) ?? null)
    return { context: { part, lang, old }, above: aboveMeeting(around), subjectIds: subjectsOf(around) }
  },
  fresh: ({ lang, old }) => ({
    lang,
    heading: old?.heading ?? '',
    words: old?.words ?? '',
    translator: old?.translator ?? '',
    version: `${old?.version ?? 0}`,
  }),
  fields: (
    { part, old },
    values,
    errors,
  ): Html => html`${insetText({ html: html`<strong>${part.heading}</strong><br><span class="kith-typed">${part.words}</span>` })}${old?.isOld ? html`<p class="govuk-body"><strong>The part was changed since it was translated: it stands in no copy until it is translated again.</strong></p>` : ''}
${lineField('lang', 'Language', { values, errors }, 'Its code of two letters, such as pl')}${lineField('heading', 'Heading', { values, errors })}${textField('words', 'Words', { values, errors }, undefined, 8)}${lineField('translator', 'Translator', { values, errors })}`,
  parse(fields: Fields) {
    const lang = fields.text('lang', 3, 'Enter the language')
    const heading = fields.text('heading', 300, 'Enter the heading')
    const words = fields.text('words', 100_000, 'Enter the words')
    const translator = fields.text('translator', 200, 'Enter who translated it')
    if (lang !== null && !/^[a-z]{2,3}$/.test(lang))
      return fields.problem('lang', 'Enter a language as two letters, such as pl')
    return lang === null || heading === null || words === null || translator === null
      ? null
      : { lang, heading, words, translator }
  },
  async save(wanted, { part }, { work, sent, params: { paperId } }) {
    const old = (await translationsOf(work, paperId, wanted.lang)).find(one => one.partId === part.id)
    if (old !== undefined && Number(sent['version']) !== old.version) return { outcome: 'stale' }
    await keepTranslation(work, part, wanted, old)
    return { outcome: 'saved', location: `/papers/${paperId}`, success: 'Translation saved' }
  },
  order: ['lang', 'heading', 'words', 'translator'],
  labels: { heading: 'Heading', words: 'Words', translator: 'Translator' },
})
