import type { Html } from '#ui'
import type { Uuid } from '../ids/index.ts'
import type { PrintWatch } from '../print/index.ts'

/**
 * What a page showed of whom. The server writes it to the audit in the page's own transaction before it answers: no
 * entry, no page. `nothing` is for pages without anybody's record on them.
 */
export type Shown =
  | {
      readonly resource: string
      readonly subjectIds: readonly Uuid[]
      readonly action?: 'read' | 'list' | 'search' | 'export'
    }
  | 'nothing'

/** What a route answers. */
export type Reply =
  | {
      readonly kind: 'page'
      readonly status?: number
      /** Never a person's name. */
      readonly title: string
      readonly content: Html
      /** Above the content, full width: the child's identity bar. */
      readonly before?: Html
      /** Which item of the service navigation is current. */
      readonly current?: string
      /** Answers need mending: the title begins with "Error". */
      readonly hasErrors?: boolean
      /** Where the back link leads; left out, there is none. */
      readonly back?: string
      /** Wider than usual, for tables and plans. */
      readonly isWide?: boolean
      /** Further script modules of the page, by their names under the asset path. */
      readonly scripts?: readonly string[]
      readonly shown: Shown
    }
  | { readonly kind: 'redirect'; readonly location: string; readonly success?: string }
  | {
      readonly kind: 'csv'
      readonly fileName: string
      readonly header: readonly string[]
      readonly rows: Iterable<readonly unknown[]>
      readonly shown: Shown
    }
  /** A file to keep: a print, a document. Never opened by the browser itself. */
  | {
      readonly kind: 'file'
      /** Never a person's name. */
      readonly fileName: string
      readonly mediaType: string
      readonly bytes: Uint8Array
      readonly shown: Shown
    }
  /**
   * A print, which the server has made when the transaction is over: nobody else's page waits for a connection meanwhile. Of one
   * that takes longer than a moment a page shows how far it is; whoever then fetches it passes this route again.
   */
  | {
      readonly kind: 'print'
      /** Never a person's name. */
      readonly fileName: string
      readonly make: (watch?: PrintWatch) => Promise<Uint8Array>
      /** How many lines of the record it is made of. */
      readonly entries?: number
      readonly shown: Shown
    }
  | { readonly kind: 'json'; readonly status?: number; readonly body: unknown; readonly shown: Shown }
  /**
   * A mark that differs as soon as what the page at hand shows does. Whoever asks for server-sent events is told of each new one while the
   * page is open, when something of the topic was committed.
   */
  | { readonly kind: 'live'; readonly topic: string; readonly mark: string; readonly shown: 'nothing' }
  /** Absent, or not yours to know of: the same bytes either way. */
  | { readonly kind: 'not_found' }
  /** The class of user may not do this; says whom to ask. */
  | { readonly kind: 'forbidden'; readonly ask: string }

export const notFound: Reply = { kind: 'not_found' }
