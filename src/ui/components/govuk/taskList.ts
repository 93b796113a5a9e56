import { attributes, unlessEmpty } from '../../attributes.ts'
import { type Html, html, nothing } from '../../html.ts'
import {
  type Content,
  classNames,
  contentOf,
  each,
  type Items,
  type Maybe,
  type Styling,
} from '../parameters.ts'
import { type Tag, tag } from './tag.ts'

export interface Task {
  readonly title: Content & { readonly classes?: Maybe<string> }
  readonly hint?: Maybe<Content>
  readonly status: Content & { readonly tag?: Maybe<Tag>; readonly classes?: Maybe<string> }
  readonly href?: Maybe<string>
  readonly classes?: Maybe<string>
}

export interface TaskList extends Styling {
  readonly items: Items<Task>
  readonly idPrefix?: Maybe<string>
}

function task(item: Task, idStart: string): Html {
  const hintId = item.hint ? `${idStart}-hint` : ''
  const statusId = `${idStart}-status`
  const title = item.href
    ? html`<a class="${classNames('govuk-link govuk-task-list__link', item.title.classes)}" href="${item.href}" aria-describedby="${classNames(hintId, statusId)}">${contentOf(item.title)}</a>`
    : html`<div${attributes({ class: unlessEmpty(item.title.classes) })}>${contentOf(item.title)}</div>`
  const hint = item.hint
    ? html`<div id="${hintId}" class="govuk-task-list__hint">${contentOf(item.hint)}</div>`
    : nothing
  return html`<li class="${classNames('govuk-task-list__item', item.href && 'govuk-task-list__item--with-link', item.classes)}">
    <div class="govuk-task-list__name-and-hint">${title}${hint}</div>
    <div class="${classNames('govuk-task-list__status', item.status.classes)}" id="${statusId}">${item.status.tag ? tag(item.status.tag) : contentOf(item.status)}</div>
  </li>`
}

/** GOV.UK task list: the parts of a long form and how far each has come. */
export function taskList(params: TaskList): Html {
  const prefix = params.idPrefix || 'task-list'
  return html`<ul class="${classNames('govuk-task-list', params.classes)}"${attributes(params.attributes)}>
  ${each(params.items, (item, place) => task(item, `${prefix}-${place}`))}
</ul>`
}
