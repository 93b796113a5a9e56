import { type Attributes, attributes } from '../../attributes.ts'
import { formatDate } from '../../format/formatDate.ts'
import { formatDateTime } from '../../format/formatDateTime.ts'
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

export interface TimelineItem extends Content, Styling {
  readonly label: Content
  readonly byline?: Maybe<Content>
  /** When it happened: a date shows no time of day, because none is known. */
  readonly datetime: Temporal.PlainDate | Temporal.Instant
}

export interface Timeline extends Pick<Styling, 'classes'> {
  readonly attributes?: Maybe<Attributes>
  readonly headingLevel?: Maybe<number>
  readonly items: Items<TimelineItem>
}

const when = (moment: TimelineItem['datetime']): string =>
  moment instanceof Temporal.PlainDate ? formatDate(moment) : formatDateTime(moment)

function entry(item: TimelineItem, level: number): Html {
  const byline = item.byline
    ? html`<p class="moj-timeline__byline">by ${contentOf(item.byline)}</p>`
    : nothing
  return html`<div class="${classNames('moj-timeline__item', item.classes)}"${attributes(item.attributes)}>
    <div class="moj-timeline__header">
      <h${level} class="moj-timeline__title">${contentOf(item.label)}</h${level}>
      ${byline}
    </div>
    <p class="moj-timeline__date"><time datetime="${item.datetime.toString()}">${when(item.datetime)}</time></p>
    <div class="moj-timeline__description">${contentOf(item)}</div>
  </div>`
}

/** MoJ timeline: what happened, when and by whom, in the order given (newest first by custom). */
export function timeline(params: Timeline): Html {
  return html`<div class="${classNames('moj-timeline', params.classes)}"${attributes(params.attributes)}>
  ${each(params.items, item => entry(item, params.headingLevel ?? 2))}
</div>`
}
