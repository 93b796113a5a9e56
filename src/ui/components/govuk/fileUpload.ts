import { type Attributes, attributes, translations, unlessEmpty } from '../../attributes.ts'
import { type Html, html } from '../../html.ts'
import { classNames, contentOf, type Maybe } from '../parameters.ts'
import { describe, type FieldParams, formGroup } from './formGroup.ts'
import { label } from './label.ts'

type Plurals = Readonly<Record<string, string>>

export interface FileUpload extends FieldParams {
  readonly multiple?: Maybe<boolean>
  /** Turns the field into a drop zone where scripts run. */
  readonly javascript?: Maybe<boolean>
  readonly chooseFilesButtonText?: Maybe<string>
  readonly dropInstructionText?: Maybe<string>
  readonly multipleFilesChosenText?: Maybe<Plurals>
  readonly noFileChosenText?: Maybe<string>
  readonly enteredDropZoneText?: Maybe<string>
  readonly leftDropZoneText?: Maybe<string>
  readonly wrapperClasses?: Maybe<string>
  readonly wrapperAttributes?: Maybe<Attributes>
}

function dropZone(params: FileUpload, control: Html): Html {
  if (!params.javascript) return control
  const words = {
    ...translations('choose-files-button', params.chooseFilesButtonText),
    ...translations('no-file-chosen', params.noFileChosenText),
    ...translations('multiple-files-chosen', params.multipleFilesChosenText),
    ...translations('drop-instruction', params.dropInstructionText),
    ...translations('entered-drop-zone', params.enteredDropZoneText),
    ...translations('left-drop-zone', params.leftDropZoneText),
  }
  return html`<div class="${classNames('govuk-file-upload-wrapper', params.wrapperClasses)}" data-module="govuk-file-upload"${attributes(words)}${attributes(params.wrapperAttributes)}>
  ${control}
  </div>`
}

/** GOV.UK file upload with its label, hint and error message. */
export function fileUpload(params: FileUpload): Html {
  const id = params.id || params.name
  const { describedBy, furniture } = describe(id, params, params.describedBy)
  const own = attributes({
    class: classNames('govuk-file-upload', params.classes, params.errorMessage && 'govuk-file-upload--error'),
    id,
    name: params.name,
    type: 'file',
    disabled: unlessEmpty(params.disabled),
    multiple: unlessEmpty(params.multiple),
    'aria-describedby': unlessEmpty(describedBy),
  })
  return formGroup(
    params,
    html`${label({ ...params.label, for: id })}
  ${furniture}
  ${contentOf(params.formGroup?.beforeInput)}
  ${dropZone(params, html`<input${own}${attributes(params.attributes)}>`)}
  ${contentOf(params.formGroup?.afterInput)}`,
  )
}
