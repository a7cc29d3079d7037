using VicidialPS.Binding;
using VicidialPS.Completion;

namespace VicidialPS.Commands.Leads;

/// <summary>The settings of a callback.</summary>
[ParameterGroup]
internal interface ICallbackFields
{
    /// <summary>The status that the lead gets when the callback is due. The default is CALLBK.</summary>
    [Parameter]
    [Field, Alias("callback_status")]
    [ArgumentCompleter(typeof(StatusCompleter))]
    string? CallbackStatus { get; set; }

    /// <summary>Who can take the callback: ANYONE, or USERONLY for the agent of -CallbackUser.</summary>
    [Parameter]
    [Field, Alias("callback_type")]
    [ArgumentCompleter(typeof(ChoiceCompleter))]
    string? CallbackType { get; set; }

    /// <summary>The agent of a USERONLY callback.</summary>
    [Parameter]
    [Field, Alias("callback_user")]
    [ArgumentCompleter(typeof(UserCompleter))]
    string? CallbackUser { get; set; }

    /// <summary>The note that is shown with the callback.</summary>
    [Parameter]
    [Field, Alias("callback_comments")]
    [NoFileNames]
    string? CallbackComments { get; set; }
}
