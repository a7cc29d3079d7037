using Vicidial.Client.Values;
using Xunit;

namespace Vicidial.Client.Tests.Values;

public sealed class ObjectTextTests
{
    [Theory]
    [InlineData("System.Object[]")]
    [InlineData("System.String[]")]
    [InlineData("System.Collections.Hashtable")]
    [InlineData("System.Data.DataRow")]
    [InlineData("System.Collections.Generic.List`1[System.String]")]
    [InlineData("@{a=b}")]
    [InlineData("@{first_name=Ana; last_name=Diaz}")]
    public void WhatPowerShellWritesForAnObjectIsRecognized(string text) => Assert.True(ObjectText.IsLikely(text));

    [Theory]
    [InlineData("System.Admin")]
    [InlineData("System")]
    [InlineData("System. Please call back.")]
    [InlineData("The file says System.Object[]")]
    [InlineData("@home")]
    [InlineData("@{}")]
    [InlineData("user@{host}")]
    public void TextThatAUserMayTypeIsNotTakenForAnObject(string text) => Assert.False(ObjectText.IsLikely(text));
}
