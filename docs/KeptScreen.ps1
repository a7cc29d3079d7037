# A host that keeps what commands write to the screen instead of the pipeline, such as the messages of -WhatIf. It cannot prompt.
# Other runspaces use both classes while their own runspace waits for them.
[NoRunspaceAffinity()]
class KeptScreen : Management.Automation.Host.PSHostUserInterface {
    [Text.StringBuilder] $Text = [Text.StringBuilder]::new()
    [Management.Automation.Host.PSHostRawUserInterface] get_RawUI() { return $null }
    [void] Write([string] $value) { $this.Text.Append($value) }
    [void] Write([ConsoleColor] $foreground, [ConsoleColor] $background, [string] $value) { $this.Text.Append($value) }
    [void] WriteLine([string] $value) { $this.Text.Append($value).Append("`n") }
    [void] WriteErrorLine([string] $value) { $this.WriteLine($value) }
    [void] WriteDebugLine([string] $message) { $this.WriteLine($message) }
    [void] WriteVerboseLine([string] $message) { $this.WriteLine($message) }
    [void] WriteWarningLine([string] $message) { $this.WriteLine("WARNING: $message") }
    [void] WriteProgress([long] $sourceId, [Management.Automation.ProgressRecord] $record) { }
    [string] ReadLine() { throw 'This screen cannot prompt.' }
    [securestring] ReadLineAsSecureString() { throw 'This screen cannot prompt.' }
    [Collections.Generic.Dictionary[string, psobject]] Prompt([string] $caption, [string] $message, [Collections.ObjectModel.Collection[Management.Automation.Host.FieldDescription]] $descriptions) { throw 'This screen cannot prompt.' }
    [int] PromptForChoice([string] $caption, [string] $message, [Collections.ObjectModel.Collection[Management.Automation.Host.ChoiceDescription]] $choices, [int] $defaultChoice) { throw 'This screen cannot prompt.' }
    [pscredential] PromptForCredential([string] $caption, [string] $message, [string] $userName, [string] $targetName) { throw 'This screen cannot prompt.' }
    [pscredential] PromptForCredential([string] $caption, [string] $message, [string] $userName, [string] $targetName, [Management.Automation.PSCredentialTypes] $types, [Management.Automation.PSCredentialUIOptions] $options) { throw 'This screen cannot prompt.' }
}

[NoRunspaceAffinity()]
class KeptHost : Management.Automation.Host.PSHost {
    [KeptScreen] $Screen = [KeptScreen]::new()
    [guid] $Id = [guid]::NewGuid()
    [guid] get_InstanceId() { return $this.Id }
    [string] get_Name() { return 'KeptScreen' }
    [version] get_Version() { return [version]'1.0' }
    [cultureinfo] get_CurrentCulture() { return [cultureinfo]::InvariantCulture }
    [cultureinfo] get_CurrentUICulture() { return [cultureinfo]::GetCultureInfo('en-US') }
    [Management.Automation.Host.PSHostUserInterface] get_UI() { return $this.Screen }
    [void] EnterNestedPrompt() { }
    [void] ExitNestedPrompt() { }
    [void] NotifyBeginApplication() { }
    [void] NotifyEndApplication() { }
    [void] SetShouldExit([int] $exitCode) { }
}
