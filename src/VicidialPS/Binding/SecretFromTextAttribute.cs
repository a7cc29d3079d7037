namespace VicidialPS.Binding;

/// <summary>Accepts plain text for a secret, for example from a CSV of new users. A SecureString is safer.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SecretFromTextAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
        => (inputData is PSObject wrapped ? wrapped.BaseObject : inputData) is string text ? SecretText.Protect(text) : inputData;
}
