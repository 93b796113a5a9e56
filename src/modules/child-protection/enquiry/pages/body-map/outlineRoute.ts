import { z } from 'zod'
import { recordWriters } from '#modules/casework'
import { notFound, type Reply, route } from '#platform/http'
import { drawingFile, html, nothing } from '#ui'
import { outlineContent } from '../../body-map/drawOutline.ts'
import { outlineOf } from '../../body-map/outlines/index.ts'

const place = z.coerce.number().int().min(0).max(1000).optional().catch(undefined)

/** An empty outline as a picture, to be pointed at: nobody's record. */
export const outlineRoute = route({
  method: 'GET',
  url: '/body-map/outlines/:view/outline.svg',
  admits: recordWriters,
  summary: 'An empty outline of a body, as a picture',
  purpose: 'casework',
  params: z.object({ view: z.string().max(40) }),
  query: z.object({ region: z.string().max(60).optional().catch(undefined), x: place, y: place }),
  async handle({ params, query: { region, x, y } }): Promise<Reply> {
    const outline = outlineOf(params.view)
    if (outline === null) return notFound
    const pointed =
      x === undefined || y === undefined
        ? nothing
        : html`<circle cx="${x}" cy="${y}" r="7" fill="#0b0c0c"></circle>`
    const { width, height, words: title } = outline
    const content = html`${outlineContent(outline, region ?? null)}${pointed}`
    const picture = drawingFile({ id: 'outline', title, description: title, width, height, content })
    return {
      kind: 'file',
      fileName: `outline-${outline.code}.svg`,
      mediaType: 'image/svg+xml',
      bytes: new TextEncoder().encode(picture),
      shown: 'nothing',
    }
  },
})
