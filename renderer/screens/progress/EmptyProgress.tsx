import { CommandCap, useRegistry } from '../../shell/commands/react.tsx'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import styles from './EmptyProgress.module.css'

/** Nothing was labelled yet: what will be here, and where to begin. */
export function EmptyProgress({ items, readOnly }: { items: number; readOnly: boolean }) {
  const registry = useRegistry()
  return (
    <div className={styles.empty}>
      <Icon name="rank" />
      <b>{items === 0 ? 'No data yet' : 'Nothing is labelled yet'}</b>
      <p>
        {items === 0
          ? 'None of the sources of this project holds an item. Put data in its data folder, name it in goldset.json and open the project again.'
          : 'With the first answers this page shows how many items an hour everybody finishes, how often each label is used, and after three days of work when the last item will be done.'}
      </p>
      {items > 0 && (
        <Button look={readOnly ? 'plain' : 'primary'} onClick={() => registry.run('app.label')}>
          {readOnly ? 'Look at the items' : 'Label the first item'} <CommandCap id="app.label" />
        </Button>
      )}
    </div>
  )
}
