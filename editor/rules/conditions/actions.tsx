import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Checkbox, Select } from 'antd'
import type {
  ActionProps,
  CombinatorSelectorProps,
  NotToggleProps,
  ShiftActionsProps,
} from 'react-querybuilder'
import { useWords } from '../use-words.ts'

export function AddRule({ handleOnClick }: ActionProps) {
  const { t } = useWords()
  return (
    <Button icon={<PlusOutlined />} onClick={() => handleOnClick()}>
      {t('builder.addRule')}
    </Button>
  )
}

export function AddGroup({ handleOnClick }: ActionProps) {
  const { t } = useWords()
  return (
    <Button type="text" icon={<PlusOutlined />} onClick={() => handleOnClick()}>
      {t('builder.addGroup')}
    </Button>
  )
}

export function RemoveRule({ handleOnClick }: ActionProps) {
  const { t } = useWords()
  const label = t('builder.removeRule')
  return (
    <Button
      type="text"
      title={label}
      aria-label={label}
      icon={<DeleteOutlined />}
      onClick={() => handleOnClick()}
    />
  )
}

export function RemoveGroup({ handleOnClick }: ActionProps) {
  const { t } = useWords()
  const label = t('builder.removeGroup')
  return (
    <Button
      type="text"
      title={label}
      aria-label={label}
      icon={<DeleteOutlined />}
      onClick={() => handleOnClick()}
    />
  )
}

export function Move({ shiftUp, shiftDown, shiftUpDisabled, shiftDownDisabled }: ShiftActionsProps) {
  const { t } = useWords()
  const [up, down] = [t('builder.moveUp'), t('builder.moveDown')]
  return (
    <span className="condition-moves">
      <Button
        type="text"
        title={up}
        aria-label={up}
        icon={<ArrowUpOutlined />}
        disabled={shiftUpDisabled === true}
        onClick={() => shiftUp()}
      />
      <Button
        type="text"
        title={down}
        aria-label={down}
        icon={<ArrowDownOutlined />}
        disabled={shiftDownDisabled === true}
        onClick={() => shiftDown()}
      />
    </span>
  )
}

export function Combinator({ value, handleOnChange }: CombinatorSelectorProps) {
  const { t } = useWords()
  return (
    <Select
      aria-label={t('builder.combinator')}
      popupMatchSelectWidth={false}
      value={value ?? 'and'}
      onChange={handleOnChange}
      options={[
        { value: 'and', label: t('builder.and') },
        { value: 'or', label: t('builder.or') },
      ]}
    />
  )
}

export function Opposite({ checked, handleOnChange }: NotToggleProps) {
  const { t } = useWords()
  return (
    <Checkbox checked={checked === true} onChange={({ target }) => handleOnChange(target.checked)}>
      {t('builder.not')}
    </Checkbox>
  )
}
