import type { TemplateInfo } from '../../../electron/api/contract.ts'
import { useDesk } from '../../shell/desk-context.tsx'
import styles from './HomeScreen.module.css'
import { TemplatePicture } from './TemplatePicture.tsx'

export function Templates({ templates }: { templates: readonly TemplateInfo[] }) {
  const desk = useDesk()
  return (
    <>
      <header className={styles.head}>
        <h2>New from a template</h2>
      </header>
      <ul className={styles.templates}>
        {templates.map(template => (
          <li key={template.id}>
            <button className={styles.template} onClick={() => desk.newProject(template.id)}>
              <TemplatePicture labelers={template.labelers} />
              <span className={styles.two}>
                <b>{template.name}</b>
                <span className={styles.about}>{template.about}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}
