import { html, insetText } from '#ui'

/** Why no file can be opened, and what whoever runs the service must do. */
export const scannerMissing = insetText({
  html: html`<p class="govuk-body">Files can be added, but nobody can open them yet: no scanner for harmful files is set up.</p>
<p class="govuk-body">Ask your IT service to set <code>CLAMD</code> to the address of a ClamAV daemon. Waiting files are then scanned and released by themselves.</p>`,
})
