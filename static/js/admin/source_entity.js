/* The "Cite a source" button of the rich text editor: pick a source for the selected words. */
(() => {
  const { draftail, DraftJS, React } = window;
  const { EditorState, Modifier } = DraftJS;

  class SourceChooser extends draftail.ModalWorkflowSource {
    getChooserConfig() {
      return {
        url: this.props.entityType.chooserUrls.sourceChooser,
        urlParams: {},
        onload: window.CHOOSER_MODAL_ONLOAD_HANDLERS,
        responses: { chosen: this.onChosen },
      };
    }

    filterEntityData(chosen) {
      return { id: chosen.id, label: chosen.string, url: chosen.edit_url };
    }

    /* Wagtail knows only its own entities as mutable; an immutable one would vanish with its first typo. */
    onChosen(chosen) {
      const { editorState, entityType, onComplete } = this.props;
      const data = this.filterEntityData(chosen);
      const selection = editorState.getSelection();
      const content = editorState.getCurrentContent().createEntity(entityType.type, 'MUTABLE', data);
      const key = content.getLastCreatedEntityKey();
      const next = selection.isCollapsed()
        ? Modifier.replaceText(content, selection, data.label, null, key)
        : Modifier.applyEntity(content, selection, key);
      this.workflow.close();
      onComplete(EditorState.push(editorState, next, 'apply-entity'));
    }
  }

  const icon = (name) =>
    React.createElement(
      'svg',
      { className: `icon icon-${name}`, 'aria-hidden': true },
      React.createElement('use', { href: `#icon-${name}` }),
    );

  const Citation = (props) => {
    const { label, url } = props.contentState.getEntity(props.entityKey).getData();
    return React.createElement(draftail.TooltipEntity, {
      ...props,
      icon: icon(label ? 'openquote' : 'warning'),
      label: label || 'Missing source',
      url: url || '#',
    });
  };

  draftail.registerPlugin({ type: 'SOURCE', source: SourceChooser, decorator: Citation }, 'entityTypes');
})();
