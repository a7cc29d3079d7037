using System.Globalization;
using System.Management.Automation;

namespace VicidialPS.Connections;

/// <summary>
/// Makes a credential of a user name by asking for the password, as PowerShell's own attribute does, also if the user is a number without
/// quotes, as users of a dialer are.
/// </summary>
internal sealed class UserCredentialAttribute : ArgumentTransformationAttribute
{
    private static readonly CredentialAttribute OfPowerShell = new();

    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        object bare = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        return OfPowerShell.Transform(engineIntrinsics, bare is int or long ? string.Format(CultureInfo.InvariantCulture, "{0}", bare) : inputData);
    }
}
