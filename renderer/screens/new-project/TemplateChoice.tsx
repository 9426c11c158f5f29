import type { TemplateInfo } from '../../../electron/api/contract.ts'
import page from '../page.module.css'

interface TemplateChoiceProps {
  readonly templates: readonly TemplateInfo[]
  readonly chosen: string
  readonly onChoose: (id: string) => void
}

export function TemplateChoice({ templates, chosen, onChoose }: TemplateChoiceProps) {
  return (
    <div className={page.options} role="radiogroup" aria-label="Template">
      {templates.map(template => (
        <label key={template.id} className={page.option}>
          <input
            type="radio"
            name="template"
            checked={template.id === chosen}
            onChange={() => onChoose(template.id)}
          />
          <span>
            <b>{template.name}</b>
            <span>{template.about}</span>
          </span>
        </label>
      ))}
    </div>
  )
}
