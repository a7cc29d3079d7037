namespace VicidialPS.Connections;

/// <summary>
/// Creates a credential from a user name by asking for the password, like PowerShell's CredentialAttribute. It also accepts a number
/// without quotes, because the users of a dialer are numbers.
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
