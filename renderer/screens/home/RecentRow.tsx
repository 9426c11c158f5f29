import type { Recent } from '../../../electron/api/contract.ts'
import { inThousands, shortFolder, whenInWords } from '../../shell/place-names.ts'
import { Button } from '../../ui/Button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { Icon } from '../../ui/Icon.tsx'
import styles from './HomeScreen.module.css'

interface RecentRowProps {
  readonly recent: Recent
  readonly home: string
  readonly current: boolean
  readonly onOpen: () => void
  readonly onRemove: () => void
}

/** A project and how far it is; or that it is not where it was, and what to do about it. */
export function RecentRow({ recent, home, current, onOpen, onRemove }: RecentRowProps) {
  const share = recent.items === 0 ? 0 : recent.done / recent.items
  return (
    <li className={classNames(styles.recent, current && styles.current, recent.gone && styles.gone)}>
      <button className={styles.open} aria-current={current} onClick={onOpen}>
        <Icon name={recent.gone ? 'warn' : 'text'} className={recent.gone ? 'warn-text' : 'dim'} />
        <span className={`${styles.two} grow`}>
          <b className="cut" dir="auto">
            {recent.name}
          </b>
          <span className="cut" title={recent.folder}>
            {recent.gone
              ? 'The folder is not there. Plug the drive in, or find it.'
              : shortFolder(recent.folder, home)}
          </span>
        </span>
        {!recent.gone && (
          <>
            <span className={styles.bar} aria-hidden="true">
              <span style={{ width: `${(share * 100).toFixed(1)}%` }} />
            </span>
            <span className={styles.number}>
              {inThousands(recent.done)} <span className="faint">of {inThousands(recent.items)}</span>
            </span>
          </>
        )}
        <span className={styles.when}>{whenInWords(recent.openedAt, new Date())}</span>
      </button>
      {recent.gone && (
        <span className={styles.mend}>
          <Button look="link" onClick={onOpen}>
            Find it
          </Button>
          <Button look="link" onClick={onRemove}>
            Forget it
          </Button>
        </span>
      )}
    </li>
  )
}
