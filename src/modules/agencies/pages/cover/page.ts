import { type FormKeys, formFields } from '#platform/http'
import type { Uuid } from '#platform/ids'
import {
  button,
  dateFields,
  dateFieldsFrom,
  denseTable,
  errorsAbove,
  type FieldErrors,
  formatDate,
  type Html,
  html,
  nothing,
  select,
} from '#ui'
import { type Cover, coversOn } from '../../queries/covers.ts'
import type { Post } from '../../queries/posts.ts'
import { roleWords } from '../../queries/roleWords.ts'

/** Everything that the page of cover shows. */
export type CoverView = {
  /** Present and coming cover that concerns the reader. */
  readonly covers: readonly Cover[]
  /** Posts that the reader may have covered. */
  readonly posts: readonly Post[]
  readonly mayCover: readonly Post[]
  /** Posts whose cover the reader may end. */
  readonly mayEnd: ReadonlySet<Uuid>
  readonly me: Uuid
  readonly sent: Readonly<Record<string, unknown>>
  readonly errors: FieldErrors
  readonly keys: FormKeys
  readonly isPast: boolean
  readonly today: Temporal.PlainDate
}

/** Who covers for whom, and the form that arranges it. */
export function coverPage(view: CoverView): Html {
  return html`${errorsAbove(view.errors)}
  <h1 class="govuk-heading-l">Cover</h1>
  <p class="govuk-body">From the first day to the end of the last, whoever covers for a manager sees and decides what the manager would; whoever covers for a practitioner has their children, their work and what they are told, and records visits. When cover ends, all of it ends.</p>
  <h2 class="govuk-heading-m">Now and to come</h2>
  ${list(view)}
  ${view.posts.length === 0 || view.isPast ? nothing : arrangeForm(view)}`
}

const postWords = (post: Pick<Post, 'role' | 'teamName' | 'areaName'>): string =>
  `${roleWords[post.role]}, ${post.teamName ?? post.areaName ?? ''}`

function list({ covers, keys, me, mayEnd, isPast, today }: CoverView): Html {
  if (covers.length === 0) return html`<p class="govuk-body">No cover is arranged.</p>`
  const ending = (cover: Cover): Html =>
    isPast || !(cover.holderId === me || cover.workerId === me || mayEnd.has(cover.postId))
      ? nothing
      : html`<form method="post" action="/cover/${cover.id}/end">${formFields(keys)}
        ${button({ html: html`${coversOn(cover, today) ? 'End it now' : 'Take it back'}<span class="govuk-visually-hidden">: ${cover.workerName} for ${cover.holderName}</span>`, classes: 'govuk-button--secondary govuk-!-margin-bottom-1', preventDoubleClick: true })}</form>`
  return denseTable({
    caption: 'Cover, the soonest first',
    captionClasses: 'govuk-visually-hidden',
    head: ['Covers', 'For', 'Post', 'First day', 'Last day', 'Change'].map(text => ({ text })),
    rows: covers.map(cover => [
      { text: cover.workerName },
      { text: cover.holderName },
      { text: `${roleWords[cover.role]}, ${cover.placeName}` },
      { text: formatDate(cover.firstDay) },
      { text: formatDate(cover.lastDay) },
      { html: ending(cover) },
    ]),
  })
}

function arrangeForm({ posts, mayCover, me, sent, errors, keys }: CoverView): Html {
  const typed = (name: string): string => (typeof sent[name] === 'string' ? sent[name] : '')
  const choose = { value: '', text: 'Choose' }
  return html`<h2 class="govuk-heading-m">Arrange cover</h2>
  <form method="post" action="/cover" novalidate data-keep-on-failure>
    ${formFields(keys)}
    ${
      posts.length === 1
        ? html`<input type="hidden" name="post" value="${posts[0]?.id}"><p class="govuk-body">For ${posts[0]?.workerName}, ${posts[0] ? postWords(posts[0]) : ''}.</p>`
        : select({
            name: 'post',
            label: { text: 'For whom?' },
            items: [
              choose,
              ...posts.map(post => ({ value: post.id, text: `${post.workerName}, ${postWords(post)}` })),
            ],
            value: typed('post') || (posts.find(post => post.workerId === me)?.id ?? ''),
            errorMessage: errors.of('post'),
          })
    }
    ${select({
      name: 'worker',
      label: { text: 'Who covers?' },
      hint: {
        text: 'A manager: managers and senior social workers. A social worker: one of the team. A specialist: one of the same discipline',
      },
      items: [
        choose,
        ...mayCover.map(post => ({ value: post.workerId, text: `${post.workerName}, ${postWords(post)}` })),
      ],
      value: typed('worker'),
      errorMessage: errors.of('worker'),
    })}
    ${dateFields({ name: 'first', legend: 'First day', value: dateFieldsFrom(sent, 'first'), error: errors.of('first') })}
    ${dateFields({ name: 'last', legend: 'Last day', value: dateFieldsFrom(sent, 'last'), error: errors.of('last') })}
    ${button({ text: 'Arrange cover', preventDoubleClick: true })}
  </form>`
}
