/** The council's name on a print; a page that is asked without a server has none. */
export const authorityNameOf = (visit: { readonly authorityName?: string }): string =>
  visit.authorityName ?? ''
